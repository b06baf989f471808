using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>The refusals of one day as a bar that stands on the ground.</summary>
public sealed record RefusalBar(double Left, double Width, double Height, SenderDayRow Day);
