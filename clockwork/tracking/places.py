"""Where in the trees a category may be."""

from collections import defaultdict
from collections.abc import Mapping

from clockwork.errors import ConflictError, InvalidError
from clockwork.tracking import tree
from clockwork.tracking.tree import Category

DEEPEST = 200  # categories above each other; older trees may be deeper and stay so


def check_new(project_id: str, parent_id: str | None) -> None:
    """Raise InvalidError when a new category can't have that parent; None is the top."""
    _refuse_deep(_above(project_id, parent_id), 1)


def check_move(category: Category, project_id: str, parent_id: str | None) -> None:
    """Raise what forbids to put a category, with all below it, below another or at the top.

    InvalidError `invalid_parent`, `cross_project_parent`; ConflictError `category_cycle`.
    """
    above = _above(project_id, parent_id)
    if category.id in above:
        raise ConflictError("category_cycle", "A category can't be put below itself.")
    # At the top nothing gets deeper.
    if above:
        _refuse_deep(above, _height(category))


def check_merge(category: Category, above: Mapping[str, Category]) -> None:
    """Raise what forbids to put all that is below a category below the lowest of `above`.

    ConflictError `category_cycle`; InvalidError `invalid_parent`.
    """
    if category.id in above:
        raise ConflictError("category_cycle", "A category can't be merged into itself.")
    height = _height(category) - 1
    if height:
        _refuse_deep(above, height)


def _above(project_id: str, parent_id: str | None) -> Mapping[str, Category]:
    """What a category with that parent is below."""
    if parent_id is None:
        return {}
    links = tree.chain(parent_id).links
    if not links:
        raise InvalidError("invalid_parent", "There is no such parent category.")
    if links[parent_id].project_id != project_id:
        raise InvalidError("cross_project_parent", "The parent is in another project.")
    return links


def _refuse_deep(above: Mapping[str, Category], height: int) -> None:
    if len(above) + height > DEEPEST:
        raise InvalidError(
            "invalid_parent", f"A tree may be {DEEPEST} categories deep; choose a parent higher up."
        )


def _height(category: Category) -> int:
    """How many levels a category and those below it have."""
    children: dict[str | None, list[str]] = defaultdict(list)
    for one in tree.of_project(category.project_id):
        children[one.parent_id].append(one.id)
    height, level = 0, [category.id]
    while level:
        height, level = height + 1, [child for above in level for child in children[above]]
    return height
