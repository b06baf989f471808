namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>Who says a line of a session: a side, or the program that shows it.</summary>
internal enum Speaker { Client, Server, Note }
