"""Every kind of edit there is."""

from collections.abc import Mapping

from pressmark.edits.annotations import (
    AddAnnotation,
    MoveAnnotation,
    RelabelAnnotation,
    RemoveAnnotation,
    ReplaceAnnotation,
    SetAttributes,
    SetConfidence,
    SetFlag,
    SetNote,
    SetWaived,
)
from pressmark.edits.articles import (
    AddArticle,
    DescribeArticle,
    RemoveArticle,
    ReplaceHead,
    SetLinks,
    SetState,
    SetZones,
)
from pressmark.edits.edit import Edit
from pressmark.edits.frame import (
    PutAnnotator,
    PutDispute,
    PutEntity,
    RemoveAnnotator,
    RemoveDispute,
    RemoveEntity,
    RenameProject,
    SetHandling,
    SetLabelSet,
    SetUnknown,
)
from pressmark.edits.judgements import PutJudgement, RemoveJudgement, SetJudgement, SetSummary
from pressmark.edits.relations import AddRelation, RemoveRelation, ReplaceRelation
from pressmark.edits.transfers import TransferAnnotations

EDITS: Mapping[str, type[Edit]] = {
    kind.__name__: kind
    for kind in (
        AddAnnotation,
        AddArticle,
        AddRelation,
        DescribeArticle,
        MoveAnnotation,
        PutAnnotator,
        PutDispute,
        PutEntity,
        PutJudgement,
        RelabelAnnotation,
        RemoveAnnotation,
        RemoveAnnotator,
        RemoveArticle,
        RemoveDispute,
        RemoveEntity,
        RemoveJudgement,
        RemoveRelation,
        RenameProject,
        ReplaceAnnotation,
        ReplaceHead,
        ReplaceRelation,
        SetAttributes,
        SetConfidence,
        SetFlag,
        SetHandling,
        SetJudgement,
        SetLabelSet,
        SetLinks,
        SetNote,
        SetState,
        SetSummary,
        SetUnknown,
        SetWaived,
        SetZones,
        TransferAnnotations,
    )
}
"""The edits by the name of their class, which is their name in a journal."""
