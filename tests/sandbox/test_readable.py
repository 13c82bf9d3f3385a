"""What may be read where only Landlock decides: everything shown, and never anything below what is hidden."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gradus.sandbox.readable import readable

NAMES = ["a", "b", "a/a", "a/b", "a/a/a", "b/a"]


def test_a_hidden_folder_inside_a_shown_one_is_left_out_and_its_neighbours_are_not(tmp_path: Path) -> None:
    for name in ("lib/numpy", "lib/gradus/deep", "bin"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "lib" / "six.py").write_text("")
    read, listed = readable([str(tmp_path)], [str(tmp_path / "lib" / "gradus")])
    mine = sorted(p[len(str(tmp_path)) :] for p in read if p.startswith(str(tmp_path)))
    assert mine == ["/bin", "/lib/numpy", "/lib/six.py"]
    assert [p for p in listed if p.startswith(str(tmp_path))] == [str(tmp_path), str(tmp_path / "lib")]


@given(st.sets(st.sampled_from(NAMES)))
def test_nothing_that_may_be_read_lies_above_at_or_below_what_is_hidden_and_all_else_may_be_read(hidden: set[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        root = os.path.realpath(folder)
        for name in NAMES:
            os.makedirs(os.path.join(root, name), exist_ok=True)
        secret = [os.path.join(root, h) for h in hidden]
        read, _ = readable([root], secret)
        mine = [p for p in read if p == root or p.startswith(root + "/")]
        for name in NAMES:
            path = os.path.join(root, name)
            may = any(path == p or path.startswith(p + "/") for p in mine)
            below = any(path == s or path.startswith(s + "/") for s in secret)
            above = any(s.startswith(path + "/") for s in secret)
            assert may == (not below and not above)
