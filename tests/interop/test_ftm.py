"""The package of FollowTheMoney takes every entity that is written for it."""

import json
from pathlib import Path

from followthemoney import model

from pressmark.formats.domain.ftm import FTM
from pressmark.formats.format import NoOptions
from pressmark.formats.selection import Selection
from pressmark.store.project_file import parse_project

EXAMPLE = Path(__file__).resolve().parents[2] / "seeds" / "example.pressmark"


def test_every_sanction_and_target_is_valid() -> None:
    project = parse_project(EXAMPLE.read_bytes()).project
    assert FTM.write is not None
    lines = b"".join(FTM.write(Selection(project=project), NoOptions())).splitlines()
    entities = {}
    for line in lines:
        raw = json.loads(line)
        proxy = model.get_proxy(raw, cleaned=False)
        model.get(raw["schema"]).validate(raw)
        for name, values in raw["properties"].items():
            assert proxy.get(name) == values, (name, values)  # nothing was cleaned away
        entities[proxy.id] = proxy
    sanctions = [one for one in entities.values() if one.schema.name == "Sanction"]
    assert len(sanctions) == 3
    joined = [one for one in entities.values() if one.schema.name == "Documentation"]
    assert {target for one in sanctions for target in one.get("entity")} == {
        target for one in joined for target in one.get("entity")
    }
    assert {entities[one.first("document")].schema.name for one in joined} == {"Article"}
    for one in sanctions:
        assert one.get("entity")
        assert all(entities[target].schema.name != "Sanction" for target in one.get("entity"))
        assert one.first("summary")
