"""Stands beside the server and makes what a story asks for, one line of JSON each."""

import json
import sys

import django


def main() -> None:
    django.setup()
    from browser.arrange import (
        figures,
        handing,
        joining,
        meetings,
        observed,
        programmes,
        sets,
        world,
    )

    makers = {
        "set": sets.make,
        "guest_link": sets.guest_link,
        "topic": sets.topic,
        "meeting": meetings.make,
        "said": meetings.said,
        "programme": programmes.make,
        "figures": figures.make,
        "world": world.make,
        "asked": joining.asked,
        "answered": joining.answered,
        "nearly_in_turns": handing.make,
        "others_say_yes": handing.others_say_yes,
        "observed": observed.make,
    }
    for line in sys.stdin:
        wanted = json.loads(line)
        print(json.dumps(makers[wanted["what"]](**wanted["how"])), flush=True)


main()
