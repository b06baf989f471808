namespace BounceBoard.Operations.Sources;

/// <summary>This machine as a followed log names it: a path such as <c>/var/log/mail.log</c> is another file on every node.</summary>
public sealed record FollowingHost(string Name)
{
    public static FollowingHost Here { get; } = new(Environment.MachineName);
}
