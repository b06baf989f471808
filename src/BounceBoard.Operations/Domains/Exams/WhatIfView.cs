using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>A domain's judgement as it is and as it would be.</summary>
public sealed record WhatIfView(DomainHealth Now, DomainHealth Then, IReadOnlyList<ProposedRecord> Planned);
