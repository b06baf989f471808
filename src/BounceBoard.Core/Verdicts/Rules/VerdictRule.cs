namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>One row of the rule book: when it holds, and what follows. Rules are tried in order.</summary>
/// <param name="Id">Kebab case, stable: it is stored with every verdict.</param>
internal sealed record VerdictRule(string Id, Func<RefusalCase, bool> Holds, Func<RefusalCase, Ruling> Rule);
