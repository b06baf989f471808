using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>How a domain stands, at a glance.</summary>
/// <param name="Worst">The open issue that costs most; null without any.</param>
public sealed record DomainStanding(HealthLine Line, DomainIssueRow? Worst);
