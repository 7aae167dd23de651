/* The elements every page may use. The page is whole before they arrive. */
import "./elements/auto-grow.js";
import "./elements/copy-field.js";
import "./elements/dialog-opener.js";
import "./elements/phase-timer.js";
import "./elements/theme-choice.js";
import "./elements/toast-region.js";
import "./elements/menus.js";
