namespace BounceBoard.Web.Incidents;

/// <summary>One hour of a <see cref="FailureChart"/>, in the units of its drawing.</summary>
/// <param name="Failed">Height of the lower part.</param>
/// <param name="Delivered">Height of the part above.</param>
public sealed record FailureBar(double Left, double Width, double Failed, double Delivered);
