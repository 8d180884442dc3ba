"""Every word in the diagrams, as `data/diagrams/<language>.yaml` holds them."""

from __future__ import annotations

from oic_kit.model.diagrams.actors import ActorWords
from oic_kit.model.diagrams.budget import BudgetWords
from oic_kit.model.diagrams.capacity import CapacityWords
from oic_kit.model.diagrams.funnel import FunnelWords
from oic_kit.model.diagrams.influence import InfluenceWords
from oic_kit.model.diagrams.radar import RadarWords
from oic_kit.model.diagrams.roadmap import RoadmapWords
from oic_kit.model.diagrams.sensitivity import SensitivityWords
from oic_kit.model.part import Part


class AllWords(Part):
    """The words of one language, one block for each diagram."""

    roadmap: RoadmapWords
    funnel: FunnelWords
    actors: ActorWords
    influence: InfluenceWords
    radar: RadarWords
    budget: BudgetWords
    sensitivity: SensitivityWords
    capacity: CapacityWords
