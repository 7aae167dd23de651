"""Follows the links from page to page, as somebody might who tries everything."""

import re

from django.test import Client

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
# What is loaded beside pages, leaves them, or has tests of its own.
LEFT_OUT = ("/static/", "/account", "/demo/", "/ui/")
MOST = 300


def every_page_from(start: str, browser: Client) -> dict[str, int]:
    """The status of every page that links lead to; redirects are followed."""
    answers: dict[str, int] = {}
    ahead = [start]
    while ahead and len(answers) < MOST:
        path = ahead.pop()
        if path in answers or path.startswith(LEFT_OUT):
            continue
        answer = browser.get(path, follow=True)
        answers[path] = answer.status_code
        if answer.headers["Content-Type"].startswith("text/html"):
            ahead += LINK.findall(answer.text)
    return answers
