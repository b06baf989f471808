namespace BounceBoard.Operations.Alerts;

/// <summary>Took it; later, since there was no answer or one that asks for patience; refused this message; gone for good.</summary>
public enum AlertAnswerKind { Took, Later, Refused, Gone }
