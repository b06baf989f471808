using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Database;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>The evidence that told of the refusals: one in five came as a mail of its own, the others in pieces of logs.</summary>
internal sealed class SeedArrivals
{
    private const int MostPerPiece = 800;
    private static readonly long PieceLength = (long)TimeSpan.FromHours(6).TotalMilliseconds;

    public SeedArrivals(GrowthShape shape, SeedEvent[] events)
    {
        (Refusals, Evidence) = (new SeedRefusal[events.Length], new List<SeedEvidence>(events.Length / 3));
        // Of each tenant: the piece that is being filled, as its place in the list.
        var open = new Dictionary<int, int>();
        for (var i = 0; i < events.Length; i++)
        {
            var incident = shape.Incidents[events[i].Incident];
            var place = i % 5 == 0 ? New(incident.Tenant, events[i].At, i, EvidenceKind.Mail) : PieceOf(open, incident.Tenant, events[i].At, i);
            var evidence = Evidence[place] = Evidence[place] with { Reports = Evidence[place].Reports + 1 };
            Refusals[i] = new SeedRefusal(IdAt(events[i].At + 2_000, i), events[i], incident, evidence.Id);
            if (i % 500 == 0)
            {
                var broken = New(incident.Tenant, events[i].At, i + 1, EvidenceKind.Mail);
                Evidence[broken] = Evidence[broken] with { State = EvidenceState.Quarantined };
            }
        }
    }

    public SeedRefusal[] Refusals { get; }

    public List<SeedEvidence> Evidence { get; }

    private static long IdAt(long at, int number) => RowIds.First(DateTimeOffset.FromUnixTimeMilliseconds(at)) | (uint)(number & 0x1FFFFF);

    private int PieceOf(Dictionary<int, int> open, int tenant, long at, int number)
    {
        if (open.TryGetValue(tenant, out var place) && Evidence[place].Reports < MostPerPiece && at - (Evidence[place].Id >> 21) < PieceLength)
        {
            return place;
        }
        return open[tenant] = New(tenant, at, number, EvidenceKind.Log);
    }

    private int New(int tenant, long at, int number, EvidenceKind kind)
    {
        Evidence.Add(new SeedEvidence(IdAt(at, number), tenant, kind, EvidenceState.Parsed, 0));
        return Evidence.Count - 1;
    }
}
