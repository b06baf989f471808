using System.CommandLine;
using BounceBoard.Mail.Reading;

namespace BounceBoard.Cli.Parsing;

/// <summary><c>bounceboard parse</c>: files, folders or stdin in, one JSON line for each recipient out. Needs no database and no network.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files or folders (with all below them); - or nothing reads standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)) is { } unknown)
            {
                result.AddError($"'{unknown.Value}' is no option of parse. See bounceboard parse --help.");
            }
        });
        var format = new Option<string>("--format")
        {
            Description = "auto, or the only form to try: " + string.Join(", ", BounceParser.Formats),
            DefaultValueFactory = _ => "auto",
        };
        format.AcceptOnlyFromAmong(["auto", .. BounceParser.Formats]);
        var command = new Command("parse", "Reads bounce mails, logs and SMTP sessions and prints what they say of each recipient, as JSON Lines.") { paths, format };
        command.SetAction((parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(format);
            return ParseRun.RunAsync(parsed.GetValue(paths) ?? [], name is "auto" ? null : name, cancellationToken);
        });
        return command;
    }
}
