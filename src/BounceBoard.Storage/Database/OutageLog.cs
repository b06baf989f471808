using Microsoft.Extensions.Logging;

namespace BounceBoard.Storage.Database;

/// <summary>One line when the database goes and one when it is back, whatever number of jobs and pages meets it.</summary>
internal sealed partial class OutageLog
{
    private readonly Outage _outage;
    private readonly TimeProvider _time;
    private readonly ILogger<OutageLog> _log;
    private readonly Lock _lock = new();
    private OutageState? _said;

    public OutageLog(Outage outage, TimeProvider time, ILogger<OutageLog> log)
    {
        (_outage, _time, _log) = (outage, time, log);
        outage.Changed += Say;
    }

    private void Say()
    {
        lock (_lock)
        {
            var now = _outage.Now;
            if (now is not null && now != _said)
            {
                LogAway(now.Kind == Engines.StorageFault.Full ? "has no room on its disk" : "does not answer", now.Reason);
            }
            else if (now is null && _said is { } before)
            {
                LogBack((long)(_time.GetUtcNow() - before.Since).TotalSeconds);
            }
            _said = now;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database {Fault} ({Reason}). Nothing that was acknowledged is lost; what waits is tried again.")]
    private partial void LogAway(string fault, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database takes work again after {Seconds} s; everything goes on.")]
    private partial void LogBack(long seconds);
}
