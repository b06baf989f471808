using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Finds the server that refused: the status fields first, then the words "host mx1[198.51.100.7] said".</summary>
internal static class DsnRemote
{
    public static BounceReport Complete(BounceReport report, StatusGroup group, string human)
    {
        var field = Field(group, report.RecipientDomain);
        var inCode = RemoteHost.FindIn(group["Diagnostic-Code"] ?? "");
        var said = inCode?.Ip is not null ? inCode : RemoteHost.FindIn(human) ?? inCode;
        // Several servers may be quoted: the address of the one that the field names.
        said = Named(field?.Name, group["Diagnostic-Code"]) ?? Named(field?.Name, human) ?? said;
        var host = field?.Ip is not null || said is null ? field : said with { Name = field?.Name ?? said.Name };
        return report with
        {
            RemoteMta = host?.Name,
            RemoteIp = host?.Ip,
            RemotePort = host?.Port,
            RemoteIpSource = host?.Ip is null ? FieldSource.Unknown : FieldSource.Stated,
        };
    }

    private static RemoteHost? Named(string? name, string? text)
    {
        for (var open = name is null || text is null ? -1 : text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text?.IndexOf('[', open + 1) ?? -1)
        {
            if (name is not null && open >= name.Length && text.AsSpan(open - name.Length, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return RemoteHost.Read(text.AsSpan(open - name.Length)) is { Ip: not null } host && host.Name == name ? host : null;
            }
        }
        return null;
    }

    private static RemoteHost? Field(StatusGroup group, string? recipientDomain)
    {
        if (group.Untyped("Remote-MTA") is not { } value)
        {
            return null;
        }
        var host = RemoteHost.Read(value.AsSpan().Trim("<>\" "));
        // Mimecast writes the recipient's domain there, without a type: that names no server.
        return host is { Ip: null, Name: not null } && host.Name == recipientDomain && !group.IsTyped("Remote-MTA") ? null : host;
    }
}
