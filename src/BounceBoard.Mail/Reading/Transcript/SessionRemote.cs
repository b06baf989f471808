using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>Learns which server was talked to from a program's own notes: "Trying 198.51.100.7...", "Connected to mx.example.net [198.51.100.7]".</summary>
internal static class SessionRemote
{
    private static readonly string[] Notes = ["Connected to ", "Connecting to ", "Trying ", "Connection to "];

    public static RemoteHost? Read(string note, RemoteHost? known)
    {
        var word = Notes.FirstOrDefault(words => note.StartsWith(words, StringComparison.OrdinalIgnoreCase));
        if (word is null || RemoteHost.Read(note.AsSpan(word.Length).TrimEnd(".").TrimEnd()) is not { } host)
        {
            return WithPort(note, word, known);
        }
        // A second "Trying" is another address: the first one did not answer.
        return word is "Trying " && host.Ip is not null ? host with { Name = host.Name ?? known?.Name } : new RemoteHost(host.Name ?? known?.Name, host.Ip ?? known?.Ip, host.Port ?? known?.Port);
    }

    // swaks: "=== Trying mx.example.net:25...".
    private static RemoteHost? WithPort(string note, string? word, RemoteHost? known)
    {
        var colon = word is null ? -1 : note.IndexOf(':', word.Length);
        return colon > 0 && word is not null && RemoteHost.Read(note.AsSpan(word.Length, colon - word.Length)) is { } host
            ? new RemoteHost(host.Name ?? known?.Name, host.Ip ?? known?.Ip, known?.Port)
            : known;
    }
}
