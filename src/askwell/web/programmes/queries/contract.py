"""Questions about what a set agreed, and who did."""

from dataclasses import dataclass

from askwell.web.people.models import Person
from askwell.web.programmes.models import Agreement, Contract, LearningSet
from askwell.web.programmes.queries.people import standing_in


def current_contract(learning_set: LearningSet) -> Contract | None:
    """The newest version, agreed by everyone or not."""
    return (
        Contract.objects.filter(learning_set=learning_set).order_by("-version").first()
    )


def agreements_to(contract: Contract) -> dict[object, Agreement]:
    """Who agreed to this version, and when: person id to agreement."""
    return {one.person_id: one for one in contract.agreements.all()}


def has_agreed_before(person: Person, contract: Contract) -> bool:
    """Whether they said yes to a version before this one."""
    former = Contract.objects.filter(
        learning_set=contract.learning_set_id, version__lt=contract.version
    )
    return Agreement.objects.filter(contract__in=former, person=person).exists()


def yet_to_agree(learning_set: LearningSet) -> list[Person]:
    """Who is there and has not agreed to the newest; empty when the contract stands."""
    contract = current_contract(learning_set)
    agreed = agreements_to(contract) if contract else {}
    return [one for one in standing_in(learning_set) if one.id not in agreed]


def is_agreed(learning_set: LearningSet) -> bool:
    """Whether everyone in the set agreed to the newest contract (INV-16)."""
    contract = current_contract(learning_set)
    return contract is not None and not yet_to_agree(learning_set)


@dataclass(frozen=True)
class Version:
    """One version of the contract among the others."""

    contract: Contract
    agreements: list[Agreement]
    is_newest: bool


def versions_of(learning_set: LearningSet) -> list[Version]:
    """Every version, the newest first, with who agreed to it and when."""
    all_of_them = (
        Contract.objects.filter(learning_set=learning_set)
        .select_related("drafted_by", "about")
        .prefetch_related("agreements__person")
        .order_by("-version")
    )
    return [
        Version(
            contract=each,
            agreements=sorted(each.agreements.all(), key=lambda one: one.agreed_at),
            is_newest=place == 0,
        )
        for place, each in enumerate(all_of_them)
    ]
