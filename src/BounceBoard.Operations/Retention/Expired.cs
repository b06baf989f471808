using System.Globalization;
using BounceBoard.Storage.Retention;

namespace BounceBoard.Operations.Retention;

/// <summary>What a run removed of one tenant.</summary>
internal sealed class Expired
{
    // Refusals are counted while their people are looked at: whole months of them leave without being read.
    public int Refusals { get; set; }

    public int People { get; set; }

    public int Evidence { get; private set; }

    public int Hours { get; private set; }

    public int Suppressions { get; private set; }

    public bool IsNothing => (Refusals, People, Evidence, Hours, Suppressions) is (0, 0, 0, 0, 0);

    public void Add(ExpiredKind kind, int rows)
    {
        switch (kind)
        {
            case ExpiredKind.Evidence:
                Evidence += rows;
                break;
            case ExpiredKind.Suppressions:
                Suppressions += rows;
                break;
            case ExpiredKind.Hours:
                Hours += rows;
                break;
            // Parts of what is counted already.
            case ExpiredKind.Links or ExpiredKind.Refusals or ExpiredKind.Contents or ExpiredKind.Intake or ExpiredKind.Wordings or ExpiredKind.Alerts
                or ExpiredKind.Retries or ExpiredKind.Exams:
                break;
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Evidence} evidence items, {Refusals} refusals, {People} people, {Hours} hourly counts")
        + (Suppressions == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Suppressions} released or suggested suppressions"));
}
