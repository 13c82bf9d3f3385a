"""A step's folder stands where the roadmap puts it: track/concept/step."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "stray-folder"


def rule(tree: Tree) -> Iterator[Finding]:
    """Folders that the roadmap does not know, or knows elsewhere."""
    for path in tree.strays if tree.planned else ():  # without a roadmap every folder would be one
        planned = tree.planned.get(path.name)
        if planned is None:
            say = f"{path.name} is no step of roadmap.yaml; add its line there, or remove the folder."
        else:
            say = f"The roadmap has {path.name} in {planned.track}/{planned.concept}; move the folder there."
        yield Finding(CODE, str(path), 1, say)
