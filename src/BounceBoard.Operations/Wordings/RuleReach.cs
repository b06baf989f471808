namespace BounceBoard.Operations.Wordings;

/// <summary>What applying a rule to stored refusals would change.</summary>
/// <param name="Looked">Refusals that were looked at, the newest first.</param>
/// <param name="Given">Refusals that would get the rule's category.</param>
/// <param name="TakenBack">Refusals that would lose it: the rule is switched off, or does not match them any more.</param>
/// <param name="IsWhole">False when older refusals were not looked at.</param>
public sealed record RuleReach(int Looked, int Given, int TakenBack, bool IsWhole)
{
    public int Changes => Given + TakenBack;
}
