namespace BounceBoard.Cli.Domains;

/// <summary>One line for a terminal. Records, banners and explanations are the other side's text: control characters would steer the terminal.</summary>
internal static class TerminalLine
{
    /// <param name="depth">Steps of two spaces.</param>
    public static void Write(TextWriter output, int depth, string text) =>
        output.WriteLine(new string(' ', depth * 2) + new string([.. text.Select(c => char.IsControl(c) ? '\uFFFD' : c)]));
}
