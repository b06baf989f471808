using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Reading;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Sessions of the followed logs between their pieces, so that not every few lines read the megabytes before them again. It decides nothing: a session
/// that is not here, or stands at another piece, is made anew from the earlier pieces.
/// </summary>
internal sealed class OpenLogs
{
    /// <summary>Busy logs of one node; the one that was not used for longest is forgotten first.</summary>
    private const int Most = 16;

    private readonly Lock _lock = new();
    private readonly LinkedList<(TenantId Tenant, string Stream, int Ordinal, LogSession Session)> _logs = new();

    /// <summary>Takes the session out: until the piece is filed nobody else may go on with it, and if it fails nobody may at all.</summary>
    /// <param name="ordinal">The piece it must have read last.</param>
    /// <returns>Null when there is none that stands there.</returns>
    public LogSession? TryTake(TenantId tenant, string stream, int ordinal)
    {
        lock (_lock)
        {
            for (var node = _logs.First; node is not null; node = node.Next)
            {
                if (node.Value.Tenant == tenant && node.Value.Stream == stream)
                {
                    _logs.Remove(node);
                    return node.Value.Ordinal == ordinal ? node.Value.Session : null;
                }
            }
            return null;
        }
    }

    public void Keep(TenantId tenant, string stream, int ordinal, LogSession session)
    {
        TryTake(tenant, stream, ordinal);
        lock (_lock)
        {
            _logs.AddLast((tenant, stream, ordinal, session));
            if (_logs.Count > Most)
            {
                _logs.RemoveFirst();
            }
        }
    }
}
