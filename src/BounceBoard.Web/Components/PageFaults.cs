namespace BounceBoard.Web.Components;

internal static partial class PageFaults
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
