using System.CommandLine;
using BounceBoard.Cli.Administration;
using BounceBoard.Cli.Diagnosing;
using BounceBoard.Cli.Domains;
using BounceBoard.Cli.Evidence;
using BounceBoard.Cli.Parsing;
using BounceBoard.Cli.Replaying;

// One line for each command; each is a class of its own that knows its options and what to run.
var root = new RootCommand("BounceBoard: reads bounces, compares the refusing server with the recipient's MX, and says what to do.")
{
    ParseCommand.Create(),
    DiagnoseCommand.Create(),
    ReplayCommand.Create(),
    CheckCommand.Create(),
    SpfCommand.Create(),
    DkimCommand.Create(),
    ImportCommand.Create(),
    AdminCommand.Create(),
};

// A word that begins with an at sign is an address without a local part, not the name of a file with more words.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
var exit = await parsed.InvokeAsync();
// Wrong usage is 2 in this house; 1 says that something in the input was refused.
return parsed.Errors.Count > 0 ? 2 : exit;
