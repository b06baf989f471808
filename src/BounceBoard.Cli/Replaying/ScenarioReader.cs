using System.Text.Json;
using BounceBoard.Core.Replays;

namespace BounceBoard.Cli.Replaying;

/// <summary>Reads a scenario file. Fields it does not know are left alone: later versions may add some.</summary>
internal static class ScenarioReader
{
    /// <returns>Null when it is no object; else to be used only if no fault was added.</returns>
    public static ReplayScenario? Read(JsonField root)
    {
        if (root.Value.ValueKind != JsonValueKind.Object)
        {
            root.Refuse("must be a JSON object");
            return null;
        }
        var tenants = root["tenants"].Items().Select(TenantReader.Read).ToList();
        var resolvers = root["resolvers"].Items().Select(field => field.Required()).ToList();
        if (tenants.Count == 0)
        {
            root["tenants"].Refuse("must name at least one tenant");
        }
        foreach (var twice in tenants.GroupBy(tenant => tenant.Slug).Where(same => same.Count() > 1))
        {
            root["tenants"].Refuse($"names the tenant '{twice.Key}' more than once");
        }
        var events = new EventReader([.. tenants.Select(tenant => tenant.Slug)]);
        foreach (var field in root["events"].Items())
        {
            events.Read(field);
        }
        var asked = root["ask"].Items().Select(field => field.RequiredTime()).ToList();
        if (asked.Count == 0)
        {
            root["ask"].Refuse("must name at least one time");
        }
        IReadOnlyList<string> names = resolvers.Count > 0 ? resolvers : ["system"];
        var dns = root["dns"].Items().Select(field => DnsReader.Read(field, names)).ToList();
        return new ReplayScenario(root["name"].Text() ?? "", tenants, names, dns, events.Refusals, events.Deliveries, asked);
    }
}
