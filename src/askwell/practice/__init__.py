"""Practice sets: simulated members who react, and a look back at how it went.

rehearse(case, seed=…, moves=…, seats=…, now=…)  ->  a meeting as far as it has gone
heard(words)                                     ->  what free words come near to
debrief(rehearsal)                               ->  moments met and missed, what to try
"""
