using BounceBoard.Core.Domains.Caa;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What is asked to know which authorities may issue certificates for the hosts that mail depends on.</summary>
internal static class CaaQuestions
{
    public static IEnumerable<RecordQuestion> Of(string domain, IDnsSnapshot dns) =>
        MailRoute.Of(domain, dns).Hosts.Where(host => TargetName.CanExist(host)).Append($"mta-sts.{domain}").SelectMany(CaaSet.NamesOf).Select(name => new RecordQuestion(name, RecordType.Caa));
}
