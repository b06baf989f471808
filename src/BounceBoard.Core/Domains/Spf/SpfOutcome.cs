namespace BounceBoard.Core.Domains.Spf;

/// <summary>What came of one term. Unanswered: DNS was not asked yet.</summary>
public enum SpfOutcome { NoMatch, Match, Temperror, Permerror, Unanswered }
