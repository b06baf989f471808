namespace BounceBoard.Core.Verdicts;

public enum Confidence { Low, Medium, High }
