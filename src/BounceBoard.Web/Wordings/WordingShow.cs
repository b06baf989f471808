namespace BounceBoard.Web.Wordings;

/// <summary>Which wordings a list shows: those that no rule knows, those that one knows by now, or both.</summary>
public enum WordingShow { Open, Ruled, All }
