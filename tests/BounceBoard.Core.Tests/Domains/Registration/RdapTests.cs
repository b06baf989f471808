using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Registration;
using BounceBoard.Core.Tests.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Registration;

/// <summary>What registries answer (RFC 9083), where they are asked (RFC 9224), and what is made of it.</summary>
public sealed class RdapTests
{
    private const string Whole = """
        {
          "objectClassName": "domain", "ldhName": "EXAMPLE.NET", "status": ["client transfer prohibited", "active"],
          "events": [
            { "eventAction": "registration", "eventDate": "2001-01-01T00:00:00Z" }, { "eventAction": "registrar expiration", "eventDate": "2029-01-01T00:00:00Z" },
            { "eventAction": "expiration", "eventDate": "2027-02-03T04:05:06+01:00" }
          ],
          "entities": [
            { "roles": ["technical"], "vcardArray": ["vcard", [["fn", {}, "text", "Somebody"]]] },
            { "roles": ["registrar"], "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Registrar of the Test\u0007"]]] }
          ]
        }
        """;

    [Fact]
    public void Parse_WholeAnswer_GivesEndRegistrarAndStatus()
    {
        var fact = RdapDomain.Parse("example.net", Bytes(Whole));

        Assert.Equal(("example.net", new DateTimeOffset(2027, 2, 3, 3, 5, 6, TimeSpan.Zero), "Registrar of the Test", false), (fact.Name, fact.ExpiresAt, fact.Registrar, fact.IsUnknown));
        Assert.Equal(["client transfer prohibited", "active"], fact.Statuses);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"objectClassName\":\"entity\"}")]
    [InlineData("{\"objectClassName\":\"domain\",\"ldhName\":\"other.net\"}")]
    [InlineData("{\"objectClassName\":\"domain\",\"status\":[\"\\ud800\"]}")]
    public void Parse_AnythingElse_IsUnknown(string json)
    {
        var fact = RdapDomain.Parse("example.net", Bytes(json));
        Assert.True(fact.IsUnknown && fact.Problem.Length > 0);
    }

    [Theory]
    [InlineData("{\"objectClassName\":\"domain\"}")]
    [InlineData("{\"objectClassName\":\"domain\",\"events\":7,\"status\":{},\"entities\":[1,[],{\"roles\":[\"registrar\"],\"vcardArray\":[[[]]]}]}")]
    [InlineData("{\"objectClassName\":\"domain\",\"events\":[{\"eventAction\":\"expiration\",\"eventDate\":\"soon\"}]}")]
    public void Parse_FieldsOfOtherKinds_AreNotThere(string json)
    {
        var fact = RdapDomain.Parse("example.net", Bytes(json));
        Assert.Equal((null, "", false), (fact.ExpiresAt, fact.Registrar, fact.IsUnknown));
    }

    [Fact]
    public void Parse_DeepNesting_IsUnknown() =>
        Assert.True(RdapDomain.Parse("example.net", Bytes(new string('[', 5000))).IsUnknown);

    [Theory]
    [InlineData("example.net", "https://rdap.net.test/v1/domain/example.net")]
    [InlineData("example.co.uk", "https://rdap.co.test/domain/example.co.uk")]
    [InlineData("example.uk", "https://rdap.uk.test/domain/example.uk")]
    [InlineData("example.de", null)]
    [InlineData("example.se", null)]
    public void AddressFor_Name_IsOfTheLongestEntry(string name, string? address)
    {
        const string list = """
            { "version": "1.0", "services": [
              [["net", "com"], ["http://rdap.net.test/v1/", "https://rdap.net.test/v1"]], [["uk"], ["https://rdap.uk.test/"]], [["co.uk"], ["https://rdap.co.test/"]],
              [["se"], ["http://rdap.se.test/"]], [[]], 5 ] }
            """;
        Assert.Equal(address, RdapBootstrap.Parse(Bytes(list), out _)?.AddressFor(DomainName.Parse(name))?.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"services\":[]}")]
    [InlineData("{\"services\":[[[\"net\"],[\"ftp://rdap.test/\"]]]}")]
    public void Parse_ListWithoutServers_SaysSo(string json)
    {
        Assert.Null(RdapBootstrap.Parse(Bytes(json), out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData(60, "", CheckState.Pass, 100)]
    [InlineData(29, "", CheckState.Warn, 100)]
    [InlineData(13, "", CheckState.Fail, 69)]
    [InlineData(-2, "", CheckState.Fail, 69)]
    [InlineData(300, "redemption period", CheckState.Fail, 69)]
    [InlineData(300, "client transfer prohibited", CheckState.Pass, 100)]
    [InlineData(null, "", CheckState.Unknown, 100)]
    public void Judge_Registration_WarnsAndCapsAsItsEndComesNear(int? days, string status, CheckState state, int score)
    {
        var facts = Fact.Good with { Registration = new("example.net", days is { } left ? Fact.Now.AddDays(left) : null, "", status.Length > 0 ? [status] : [], "", false) };
        Assert.Equal((state, score), (facts.Check("registration").State, HealthRules.Judge(facts).Score.Value));
        Assert.Equal(state is CheckState.Warn or CheckState.Fail, facts.Check("registration").Advice is not null);
    }

    [Fact]
    public void Judge_RegistrationThatIsNotKnown_IsUnknownAndCostsNothing()
    {
        Assert.Equal(CheckState.Unknown, Fact.Good.Check("registration").State);
        var facts = Fact.Good with { Registration = RegistrationFact.Unknown("example.net", "No server is listed.") };
        Assert.Equal((CheckState.Unknown, 100), (facts.Check("registration").State, HealthRules.Judge(facts).Score.Value));
        Assert.Equal(["No server is listed."], facts.Check("registration").Evidence);
    }

    [Fact]
    public void Judge_ParkedDomain_IsWarnedToo() => Assert.Equal(
        CheckState.Fail, (Fact.Good with { Profile = DomainProfile.Parked, Registration = new("example.net", Fact.Now, "", [], "", false) }).Check("registration").State);

    [Theory]
    [InlineData("sender.test", true)]
    [InlineData("mail.local", true)]
    [InlineData("localhost", true)]
    [InlineData("example.net", false)]
    [InlineData("test.de", false)]
    public void Contains_NamesNobodyRegisters(string name, bool isSpecial)
    {
        Assert.Equal(isSpecial, SpecialNames.Contains(DomainName.Parse(name)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
