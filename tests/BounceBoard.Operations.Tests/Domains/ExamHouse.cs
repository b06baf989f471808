using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using BounceBoard.TestKit.Installations;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A tenant that sends from example.net, with a protected domain in a world of the test's own.</summary>
internal sealed class ExamHouse : IAsyncDisposable
{
    public const string DmarcName = "_dmarc.example.net";
    public const string Strong = "v=DMARC1; p=reject; sp=reject; np=reject; rua=mailto:dmarc@example.net";
    public const string Weak = "v=DMARC1; p=none; rua=mailto:dmarc@example.net";

    public static readonly DomainName Domain = DomainName.Parse("example.net");

    private ExamHouse(TestInstallation house)
    {
        House = house;
        Exam = new FakeExam(house.Time);
        Desk = NewDesk();
        Issues = new IssueDesk(
            Desk, house.Get<DomainReader>(), house.Get<DomainIssueReader>(), house.Get<DomainIssueWriter>(), house.Get<AuditedWrite>(), house.Get<ChangeFeed>());
    }

    public TestInstallation House { get; }

    public FakeExam Exam { get; }

    public ExamDesk Desk { get; }

    public IssueDesk Issues { get; }

    public TenantId Tenant { get; private set; }

    public HealthReading Reading => House.Get<HealthReading>();

    public static async Task<ExamHouse> OpenAsync()
    {
        var made = new ExamHouse(new TestInstallation());
        made.Tenant = await made.House.TenantAsync("acme");
        Value(await made.House.Get<DomainAdministration>().AddAsync(Actor.System, made.Tenant, Domain.Value, ["s1"], default));
        made.Exam[Domain.Value] = "v=spf1 ip4:192.0.2.0/24 -all";
        made.Exam[DmarcName] = Strong;
        return made;
    }

    /// <summary>Another node on the same database.</summary>
    public ExamDesk NewDesk() => new(
        Exam, House.Get<ExamTables>(), House.Get<ExamSubjects>(), House.Get<ExamFiling>(), House.Get<TenantAccess>(), House.Database, House.Get<ChangeFeed>(),
        House.Time);

    public async Task<ExamRow> NowAsync() => Value(await Desk.NowAsync(Actor.System, Tenant, Domain, default));

    public async Task<HealthView> ViewAsync() =>
        await Reading.FindAsync(Tenant, Domain, default) ?? throw new InvalidOperationException("The domain is there.");

    /// <summary>Examines the protected domain, takes its policy away an hour later, and examines it again.</summary>
    /// <returns>An issue that came up by that.</returns>
    public async Task<DomainIssueRow> WeakenAsync()
    {
        await NowAsync();
        var before = (await ViewAsync()).Issues.Select(issue => issue.Key).ToHashSet();
        House.Time.Advance(TimeSpan.FromHours(1));
        Exam[DmarcName] = Weak;
        await NowAsync();
        return (await ViewAsync()).Issues.First(issue => !before.Contains(issue.Key));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
