/* Tells the form on whose clocks its reader lives; without this the server guesses. */
const told = document.querySelector('input[name="time_zone"]');
if (told) told.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
