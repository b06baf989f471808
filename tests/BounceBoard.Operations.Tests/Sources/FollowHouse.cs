using System.Globalization;
using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>A database, a folder with a log in it, and as many nodes after or beside one another as a test wants.</summary>
internal sealed class FollowHouse : IAsyncDisposable
{
    private readonly TempDatabase _temp = new();
    private readonly TestDnsServer _dns = TestDnsServer.Start("example.test. 300 IN MX 10 mx1.example.test.", "mx1.example.test. 300 IN A 198.51.100.7");
    private readonly List<ServiceProvider> _nodes = [];
    private int _line;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 16, 12, 0, 0, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("bounceboard-follow-").FullName;

    public string Log => Path.Combine(Folder, "mail.log");

    public Database Database => _temp.Database;

    public TenantId Tenant { get; private set; }

    public SourceRow Source { get; private set; } = null!;

    /// <summary>Whole lines that were written, and not taken back by the test.</summary>
    public List<string> Written { get; } = [];

    /// <summary>The last node that was started.</summary>
    public ServiceProvider Node => _nodes[^1];

    public static async Task<FollowHouse> NewAsync()
    {
        var house = new FollowHouse();
        house.Start();
        house.Tenant = Value(await house.Node.GetRequiredService<TenantAdministration>().AddAsync(Actor.System, "acme", "Acme", default)).Id;
        return house;
    }

    /// <summary>With the log followed already.</summary>
    public static async Task<FollowHouse> FollowingAsync(bool fromBeginning = true, bool isShared = false)
    {
        var house = await NewAsync();
        await house.FollowAsync(fromBeginning, isShared);
        return house;
    }

    public async Task FollowAsync(bool fromBeginning = true, bool isShared = false) =>
        Source = Value(await AddAsync(Log, fromBeginning, isShared));

    public Task<OperationResult<SourceRow>> AddAsync(string path, bool fromBeginning = true, bool isShared = false) =>
        Node.GetRequiredService<LogFileAdministration>().AddAsync(Actor.System, Tenant, "log", path, fromBeginning, isShared, default);

    /// <summary>One more process with nothing in its memory.</summary>
    public void Start(string host = "one")
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_temp.Database);
        services.AddSingleton(_ => ResolverSet.From(_dns.OptionsFor()));
        services.AddSingleton(new FollowingHost(host));
        services.AddOperations(new ConfigurationBuilder().AddInMemoryCollection([new("BounceBoard:DataDirectory", _temp.Folder)]).Build());
        _nodes.Add(services.BuildServiceProvider());
    }

    public Task<int> SweepAsync(ServiceProvider? node = null) => (node ?? Node).GetRequiredService<LogFollowing>().SweepAsync(default);

    /// <summary>Looks again and again, as the host does, until everything rotated is over.</summary>
    public async Task SettleAsync()
    {
        for (var look = 0; look < 12; look++)
        {
            Time.Advance(TimeSpan.FromSeconds(6));
            await SweepAsync();
        }
    }

    /// <summary>A line that refuses a recipient of its own.</summary>
    public string NextLine(string? queue = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.GetUtcNow():MMM dd HH:mm:ss} out1 postfix/smtp[102]: {queue ?? $"{0x44000000 + ++_line:X8}"}: to=<p{_line}@example.test>, relay=mx1.example.test[198.51.100.7]:25, delay=0.5, delays=0.1/0/0.2/0.2, dsn=5.7.1, status=bounced (host mx1.example.test[198.51.100.7] said: 550 5.7.1 Relaying denied (in reply to RCPT TO command))");

    public void Append(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            AppendLine(NextLine());
        }
    }

    public void AppendLine(string line)
    {
        Written.Add(line);
        AppendText(line + "\n");
    }

    public void AppendText(string text, string? path = null)
    {
        File.AppendAllText(path ?? Log, text);
        Touch(path ?? Log);
    }

    public void Touch(string path) => File.SetLastWriteTimeUtc(path, Time.GetUtcNow().UtcDateTime);

    public void SetBack(TimeSpan by) => Time.AdjustTime(Time.GetUtcNow() - by);

    /// <summary>As logrotate does it by default.</summary>
    public void Rotate(bool isCreated = true)
    {
        RotatedFiles.Shift(Log);
        File.Move(Log, $"{Log}.1");
        if (isCreated)
        {
            AppendText("");
        }
    }

    public void CopyTruncate()
    {
        RotatedFiles.Shift(Log);
        File.Copy(Log, $"{Log}.1");
        Touch($"{Log}.1");
        using (var log = new FileStream(Log, FileMode.Open, FileAccess.Write))
        {
            log.SetLength(0);
        }
        Touch(Log);
    }

    /// <summary>All lines that were filed, in the order of their pieces.</summary>
    public async Task<List<string>> FiledAsync()
    {
        var reader = Node.GetRequiredService<EvidenceReader>();
        var text = new StringBuilder();
        foreach (var row in (await reader.ListAsync(Tenant, EvidenceFilter.All, 10_000, null, default)).OrderBy(row => row.Ordinal))
        {
            text.Append(Encoding.UTF8.GetString((await reader.ContentAsync(Tenant, row.Id, default))!));
        }
        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public async Task<FollowedLogRow> RowAsync() => (await Node.GetRequiredService<FollowedLogReader>().FindAsync(Tenant, Source.Id, default))!;

    public Task<IReadOnlyList<LogGenerationRow>> GenerationsAsync() =>
        Node.GetRequiredService<FollowedLogReader>().GenerationsAsync(Tenant, Source.Id, default);

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
        _dns.Dispose();
        _temp.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
