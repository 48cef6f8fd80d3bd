using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TestForge.Platform.Data.Migrations.Pg
{
    /// <inheritdoc />
    public partial class RunSignals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "signal",
                table: "work_items",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "signal",
                table: "work_items");
        }
    }
}
