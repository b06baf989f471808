using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Evidence;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>A piece of evidence: a mail with one refusal, a piece of a log with many, or something that could not be read.</summary>
internal readonly record struct SeedEvidence(long Id, int Tenant, EvidenceKind Kind, EvidenceState State, int Reports)
{
    private static readonly PackedContent Mail = PackedContent.Of(Samples.BounceMail.Write(1));
    private static readonly PackedContent Log = PackedContent.Of(Samples.PostfixLog.Write(500));

    public static BulkTable<SeedEvidence> Rows { get; } = new(
        "evidence",
        [
            "tenant_id", "id", "sha256", "source_id", "kind", "state", "reason", "name", "size", "stream", "ordinal", "verified", "received_at",
            "parsed_at", "parser", "reports", "attempts",
        ],
        (row, sink) => row.Write(sink));

    public static BulkTable<SeedEvidence> Contents { get; } = new(
        "evidence_content",
        ["tenant_id", "evidence_id", "content"],
        (row, sink) =>
        {
            sink.Write((long)row.Tenant);
            sink.Write(row.Id);
            sink.Write(row.Packed.Brotli);
        });

    public static BulkTable<SeedEvidence> Intake { get; } = new(
        "intake",
        ["tenant_id", "id", "source_id", "evidence_id", "outcome", "name", "received_at"],
        (row, sink) =>
        {
            sink.Write((long)row.Tenant);
            sink.Write(row.Id);
            sink.Write(1L);
            sink.Write(row.Id);
            sink.Write(row.State == EvidenceState.Quarantined ? nameof(IntakeOutcome.Quarantined) : nameof(IntakeOutcome.Stored));
            sink.Write(row.Name);
            sink.Write(row.Id >> 21);
        });

    private PackedContent Packed => Kind == EvidenceKind.Log ? Log : Mail;

    private string Name => Kind == EvidenceKind.Log ? $"mail.log-{Id:x}" : $"bounce-{Id:x}.eml";

    private void Write(IRowSink sink)
    {
        var isLog = Kind == EvidenceKind.Log;
        sink.Write((long)Tenant);
        sink.Write(Id);
        sink.Write(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{Tenant}.{Id}"))));
        sink.Write(1L);
        sink.Write(Kind.ToString());
        sink.Write(State.ToString());
        sink.Write(State == EvidenceState.Quarantined ? "Its parts are nested too deeply." : null);
        sink.Write(Name);
        sink.Write((long)Packed.Size);
        sink.Write(isLog ? $"{Id:x}" : null);
        sink.Write((int?)0);
        sink.Write(true);
        sink.Write(Id >> 21);
        sink.Write((long?)((Id >> 21) + 500));
        sink.Write("1");
        sink.Write((int?)Reports);
        sink.Write((int?)1);
    }
}
