using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>The tables that an examination reads and claims.</summary>
internal sealed record ExamTables(TenantReader Tenants, DomainReader Domains, ExamReader Exams, DueExamReader Due, ExamClaimWriter Claims);
