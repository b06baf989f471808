using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>A real web server on loopback that answers every request in one way.</summary>
internal sealed class PolicyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _connections;

    private PolicyServer(X509Certificate2 certificate, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(next => connection =>
            {
                Interlocked.Increment(ref _connections);
                return next(connection);
            });
            listen.UseHttps(certificate);
        }));
        _app = builder.Build();
        _app.Run(async context =>
        {
            Paths.Add(context.Request.Host.Host + context.Request.Path);
            await answer(context);
        });
    }

    public int Port => new Uri(_app.Urls.First()).Port;

    public int Connections => _connections;

    /// <summary>Host and path of each request.</summary>
    public List<string> Paths { get; } = [];

    public static async Task<PolicyServer> StartAsync(X509Certificate2 certificate, RequestDelegate answer)
    {
        var server = new PolicyServer(certificate, answer);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
