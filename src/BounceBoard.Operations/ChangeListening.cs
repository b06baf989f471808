using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations;

/// <summary>
/// Hears what other nodes changed and tells the pages of this one. After an interruption every open page is told to read again: what was said
/// meanwhile is lost, and a page may be stale for that long, never wrong.
/// </summary>
internal sealed partial class ChangeListening(
    NodeSignals signals, ChangeRelay relay, ChangeFeed feed, TimeProvider time, ILogger<ChangeListening> log) : BackgroundService
{
    private static readonly TimeSpan EchoPatience = TimeSpan.FromSeconds(15);

    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(15));
    private volatile bool _heardItself;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!signals.AreCarried)
        {
            return;
        }
        await using var echo = time.CreateTimer(_ => CheckEcho(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signals.ListenAsync(() => Begin(echo), Hear, stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                echo.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (_backOff.IsFresh)
                {
                    LogDeaf(fault.Message);
                }
            }
            await Task.Delay(_backOff.Next(), time, stoppingToken);
        }
    }

    private void Begin(ITimer echo)
    {
        if (!_backOff.IsFresh)
        {
            LogBack();
        }
        _backOff.Reset();
        feed.TellEverybody();
        // A pooler between may take LISTEN and never pass a word on: this node's own word must come back.
        _heardItself = false;
        relay.Publish(TenantId.Installation, ChangeKind.Settings);
        echo.Change(EchoPatience, Timeout.InfiniteTimeSpan);
    }

    private void Hear(string text)
    {
        if (ChangeWord.Read(text) is not { } word)
        {
            return;
        }
        if (word.Node == relay.Node)
        {
            _heardItself = true;
            return;
        }
        feed.Hear(word.Tenant, word.Kind);
    }

    private void CheckEcho()
    {
        if (!_heardItself)
        {
            LogNoEcho();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of other nodes are not heard at the moment; pages here may be stale: {Problem}")]
    private partial void LogDeaf(string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Changes of other nodes are heard again; every open page reads again.")]
    private partial void LogBack();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This node does not hear its own notification: pages will not follow changes of other nodes. " +
            "LISTEN needs a session of its own: let Storage:ConnectionString reach PostgreSQL directly or through a pooler in session mode.")]
    private partial void LogNoEcho();
}
