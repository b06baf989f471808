using System.Data.Common;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Stands between the last byte of a mail and its final dot: asks the ledger, and ends the connection when it says no.</summary>
internal sealed class FinalDot : IDisposable
{
    private readonly ConversationLog _log;
    private readonly GuardedStream _stream;
    private readonly Func<CancellationToken, Task<bool>> _ask;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _callerEndsCommand;
    private bool _mayLeave;

    public FinalDot(
        ConversationLog log, GuardedStream stream, Func<CancellationToken, Task<bool>> ask, CancellationTokenSource command, CancellationToken caller)
    {
        (_log, _stream, _ask, _caller) = (log, stream, ask, caller);
        _callerEndsCommand = caller.Register(command.Cancel);
    }

    /// <summary>At least its first byte was handed to the system.</summary>
    public bool HasLeft => _mayLeave && _stream.HasWritten;

    public void Dispose() => _callerEndsCommand.Dispose();

    /// <exception cref="IOException">The dot must not follow; the connection is gone.</exception>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        const string Ended = "The server spoke or hung up before the mail ended.";
        // Looked at again afterwards: each mail that is surely not sent is one less in doubt.
        var refusal = _stream.IsQuiet ? await RefusalAsync() ?? (_stream.IsQuiet ? null : Ended) : Ended;
        if (refusal is not null)
        {
            _stream.Abort();
            throw new IOException(refusal);
        }
        await _callerEndsCommand.DisposeAsync();
        cancellationToken.ThrowIfCancellationRequested();
        _log.BeginDot();
        _stream.Rest();
        _mayLeave = true;
    }

    private async Task<string?> RefusalAsync()
    {
        try
        {
            _stream.Rest();
            return await _ask(_caller) ? null : "The mail was withdrawn before its final dot.";
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            return $"The mail could not be written down before its final dot ({fault.GetType().Name}).";
        }
        catch
        {
            _stream.Abort();
            throw;
        }
    }
}
