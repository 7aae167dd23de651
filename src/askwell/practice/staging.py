"""Plays the scenes of a case: when one begins, how it goes on, how it ends."""

from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice import reactions
from askwell.practice.case import Said, Scene
from askwell.practice.chance import chance
from askwell.practice.mood import Shift
from askwell.practice.turns import Act, Turn
from askwell.practice.world import OnStage, World

GOES_ON = 0.6
"""How likely it is, each turn, that a scene nobody has met goes on."""
EARLIER, LATER = 2, 4
"""By how many turns a scene may come earlier or later than the case says."""

COSTS: Final = {
    Trigger.CONFLICT: reactions.CLASHED,
    Trigger.DISTRESS: reactions.UPSET,
    Trigger.PUZZLE: reactions.PUZZLED_OVER,
    Trigger.FOCUS_LEFT: reactions.LECTURED,
    Trigger.WHAT_SHOULD_I_DO: Shift(ownership=-0.02, telling=0.02),
}


def begins(world: World) -> bool:
    """Whether a scene has begun with this turn."""
    due = next((each for each in world.scenes if _is_due(world, each)), None)
    if due is None:
        return False
    world.scenes.remove(due)
    world.stage = OnStage(due)
    return goes_on(world)


def _is_due(world: World, scene: Scene) -> bool:
    spread = world.script.format, scene.trigger, scene.after
    late = int(_drawn(world, *spread) * (EARLIER + LATER + 1)) - EARLIER
    if world.turns_in_phase < scene.after + late:
        return False
    return world.now["safety"] < scene.below and _all_here(world, scene)


def _drawn(world: World, *about: object) -> float:
    return chance(world.case.name, world.seed, *about)


def _all_here(world: World, scene: Scene) -> bool:
    """A real person in somebody's seat says their own words."""
    speak = {each.by for each in (*scene.begins, *scene.goes_on, *scene.met)}
    simulated = {seat.person for seat in world.simulated} | {world.presenter}
    return speak <= simulated


def goes_on(world: World) -> bool:
    """Whether the scene on stage took this turn."""
    stage = world.stage
    if stage is None:
        return False
    scene = stage.scene
    if stage.met is not None:
        return _next_of(world, stage, scene.met, "met")
    if stage.said < len(scene.begins):
        _say(world, scene.begins[stage.said])
        stage.said += 1
        if stage.said == len(scene.begins):
            world.awaits = None
            world.shift(COSTS.get(scene.trigger, Shift()))
            world.comes(scene.trigger, scene.about, len(world.turns))
        return True
    if world.open_moment(scene.trigger) is None:
        world.stage = None
        return False
    if world.awaits or world.chance("goes on") >= GOES_ON:
        return False
    return _next_of(world, stage, scene.goes_on, "went_on")


def _next_of(
    world: World, stage: OnStage, lines: tuple[Said, ...], counter: str
) -> bool:
    said: int = getattr(stage, counter)
    if said >= len(lines):
        world.stage = None if stage.met is not None else stage
        return False
    setattr(stage, counter, said + 1)
    _say(world, lines[said])
    if counter == "met" and lines[said].by == world.presenter:
        world.shift(reactions.ANSWERED_THEMSELVES)
    if counter == "went_on":
        world.shift(COSTS.get(stage.scene.trigger, Shift()).times(0.5))
    return True


def _say(world: World, line: Said) -> None:
    presents = line.by == world.presenter
    question = line.words.rstrip().endswith("?") and not presents
    kind = "answer" if presents else "open_question" if question else "observation"
    world.lasts(line.words)
    world.used.add(line.words)
    world.said(
        Turn(
            number=world.number,
            phase=world.phase.name,
            by=line.by,
            act=Act.SCENE,
            words=line.words,
            kind=kind,
            seconds=world.seconds,
            levels=world.levels,
        )
    )
