"""Writes briefs and divisions as plain JSON, and reads them again."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from askwell.composer.brief import Brief, Facilitator, Locks, Person, Rules
from askwell.composer.proposal import Broken, Proposal, ProposedSet, Rule, Score

Json = dict[str, Any]


def brief_to_json(brief: Brief) -> Json:
    """Goes through a pipe to our own process and is kept nowhere."""
    return {
        "people": [asdict(one) for one in brief.people],
        "facilitators": [asdict(one) for one in brief.facilitators],
        "rules": asdict(brief.rules),
        "weights": dict(brief.weights),
        "must": brief.must,
        "must_not": brief.must_not,
        "exclusive": [sorted(each) for each in brief.exclusive],
        "earlier": [sorted(each) for each in brief.earlier],
        "managers": dict(brief.managers),
        "unlike": brief.unlike,
        "fairness_share": brief.fairness_share,
        "locks": locks_to_json(brief.locks),
    }


def brief_from_json(said: Json) -> Brief:
    return Brief(
        people=tuple(
            Person(**{**one, "challenge": tuple(one["challenge"])})
            for one in said["people"]
        ),
        facilitators=tuple(Facilitator(**one) for one in said["facilitators"]),
        rules=Rules(**said["rules"]),
        weights=said["weights"],
        must=tuple((one, other) for one, other in said["must"]),
        must_not=tuple((one, other) for one, other in said["must_not"]),
        exclusive=tuple(frozenset(each) for each in said["exclusive"]),
        earlier=tuple(frozenset(each) for each in said["earlier"]),
        managers=said["managers"],
        unlike=said["unlike"],
        fairness_share=said["fairness_share"],
        locks=locks_from_json(said["locks"]),
    )


def locks_to_json(locks: Locks) -> Json:
    return {
        "people": dict(locks.people),
        "sets": sorted(locks.sets),
        "facilitators": dict(locks.facilitators),
    }


def locks_from_json(said: Mapping[str, Any]) -> Locks:
    return Locks(
        people=said.get("people", {}),
        sets=frozenset(said.get("sets", ())),
        facilitators=said.get("facilitators", {}),
    )


def set_to_json(one: ProposedSet) -> Json:
    return {"id": one.id, "members": list(one.members), "facilitator": one.facilitator}


def set_from_json(said: Json) -> ProposedSet:
    return ProposedSet(said["id"], tuple(said["members"]), said["facilitator"])


def sets_to_json(sets: Iterable[ProposedSet]) -> list[Json]:
    return [set_to_json(one) for one in sets]


def sets_from_json(said: Iterable[Json]) -> tuple[ProposedSet, ...]:
    return tuple(set_from_json(one) for one in said)


def sets_of(said: Iterable[Json], brief: Brief) -> tuple[ProposedSet, ...]:
    """The sets as they were kept, without whoever has left since."""
    people = {one.id for one in brief.people}
    leaders = {one.id for one in brief.facilitators}
    return tuple(
        ProposedSet(
            each.id,
            tuple(who for who in each.members if who in people),
            each.facilitator if each.facilitator in leaders else None,
        )
        for each in sets_from_json(said)
    )


def score_to_json(score: Score) -> Json:
    return {
        "total": score.total,
        "parts": dict(score.parts),
        "fairness": score.fairness,
        "sets": dict(score.sets),
    }


def score_from_json(said: Json) -> Score:
    return Score(said["total"], said["parts"], said["fairness"], said["sets"])


def broken_to_json(broken: Iterable[Broken]) -> list[Json]:
    """A breach of a private wish names nobody, here as everywhere."""
    return [
        {
            "rule": str(each.rule),
            "set": each.set_id,
            "about": [] if each.rule == Rule.MUST_NOT else list(each.about),
        }
        for each in broken
    ]


def broken_from_json(said: Iterable[Json]) -> tuple[Broken, ...]:
    return tuple(
        Broken(Rule(each["rule"]), each["set"], tuple(each["about"])) for each in said
    )


def proposal_to_json(proposal: Proposal) -> Json:
    return {
        "sets": sets_to_json(proposal.sets),
        "score": score_to_json(proposal.score),
        "broken": broken_to_json(proposal.broken),
        "seed": proposal.seed,
        "steps": proposal.steps,
    }


def proposal_from_json(said: Json) -> Proposal:
    return Proposal(
        sets=sets_from_json(said["sets"]),
        score=score_from_json(said["score"]),
        broken=broken_from_json(said["broken"]),
        seed=said["seed"],
        steps=said["steps"],
    )
