"""What things are called: names from the data files that chapters print beside the numbers."""

from __future__ import annotations

from oic_kit.model.playbook_tables import Tables


def labels(tables: Tables) -> dict[str, object]:
    """Names of units, sources, tiers, levels and the like; each in every language.

    Args:
        tables: all data files.
    """
    table = tables.assumptions
    return {
        "units": tables.assumptions.units,
        "counted": {
            unit: {language: table.said(unit, language) for language in names}
            for unit, names in table.units.items()
        },
        "sources": tables.assumptions.sources,
        "tiers": tables.sizing.tiers,
        "classes": tables.sizing.classes,
        "references": tables.sizing.references,
        "format_groups": tables.formats.groups,
        "lights": tables.formats.lights,
        "goals": tables.indicators.goals,
        "compare": tables.indicators.compare,
        "principles": tables.indicators.principles,
        "scale": tables.statements.scale,
        "unknown": tables.statements.unknown,
        "levels": tables.statements.levels,
        "dates": tables.roadmap.dates,
    }
