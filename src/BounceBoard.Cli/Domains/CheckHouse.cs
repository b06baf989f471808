using BounceBoard.Cli.Inputs;
using BounceBoard.Dns;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Domains.Exams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BounceBoard.Cli.Domains;

/// <summary>The part of the house that examines a domain, set up without a database.</summary>
internal sealed class CheckHouse : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly ResolverSet _resolvers;

    /// <exception cref="FormatException">An option or a setting holds a fault; the message names it.</exception>
    public CheckHouse(CheckRequest request)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(SettingsFile.Read())
            .AddInMemoryCollection(request.IsWithoutProbe ? [new($"{ProbeOptions.Section}:{nameof(ProbeOptions.Enabled)}", "false")] : []).Build();
        var dns = ResolverOption.OptionsOf(request.Resolvers, settings);
        _resolvers = ResolverOption.From(dns);
        _provider = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSingleton(Options.Create(dns)).AddSingleton(_resolvers).AddDns().AddProbes()
            .BuildServiceProvider();
        if (_resolvers.All.Count == 0)
        {
            throw new FormatException("No resolver is configured; name one with --resolver, for example --resolver 1.1.1.1.");
        }
        try
        {
            Exam = _provider.GetRequiredService<DomainExam>();
        }
        catch (OptionsValidationException problem)
        {
            throw new FormatException(string.Join(' ', problem.Failures), problem);
        }
    }

    public DomainExam Exam { get; }

    public void Dispose()
    {
        _provider.Dispose();
        _resolvers.Dispose();
    }
}
